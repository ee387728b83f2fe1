export function OrgUnits() {
  return null;
}
