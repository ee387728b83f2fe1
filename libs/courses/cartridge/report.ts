import type { CartridgeVersion, ImportReport, ImportReportLine } from './cartridge-course.js';

export function reportOf(version: CartridgeVersion, modules: number, lines: ImportReportLine[]): ImportReport {
  const count = (outcome: ImportReportLine['outcome']): number =>
    lines.filter((line) => line.outcome === outcome).length;
  return {
    format: `IMS Common Cartridge ${version}`,
    modules,
    found: lines.length,
    imported: count('imported'),
    placeholders: count('placeholder'),
    leftOut: count('left-out'),
    lines,
  };
}
