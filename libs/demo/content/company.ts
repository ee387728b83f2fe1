import { board } from './company/board.js';
import { central } from './company/central.js';
import { development } from './company/development.js';
import { leeds } from './company/leeds.js';
import type { SiteKey } from './company/premises.js';
import { production } from './company/production.js';
import { sales } from './company/sales.js';
import { service } from './company/service.js';
import type { Member, Place, Zone } from './company/staffed-unit.js';
import { vienna } from './company/vienna.js';

export interface DemoUnit {
  key: string;
  name: string;
  /** The key of the unit above; `null` for the company itself. */
  parent: string | null;
  /** The e-mail address of its manager, who is one of its people. */
  manager: string;
}

export interface DemoPerson {
  givenName: string;
  familyName: string;
  email: string;
  /** The key of the unit. */
  unit: string;
  language: 'de' | 'en';
  zone: Zone;
  /** Job title, in the language of the place. */
  title: string;
}

/** Somebody who leads sessions, and what they are qualified for. */
export interface DemoTrainer {
  email: string;
  qualifications: string[];
  mostPerDay: number;
  mostPerWeek: number;
  /** Keys of sites besides their own. */
  travelsTo: SiteKey[];
}

/** Somebody a visitor can sign in as; a manager's role follows from the tree. */
export interface DemoAccount {
  email: string;
  role: 'learner' | 'trainer' | 'admin' | 'manager';
  story: { de: string; en: string };
}

const places: Place[] = [board, development, production, sales, service, central, leeds, vienna];

const spelledOut: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ı: 'i' };

/** A name as it stands in an address: lower case, ASCII, blanks as hyphens. */
const folded = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[äöüßøłđı]/g, (letter) => spelledOut[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ /g, '-');

const emailOf = ([givenName, familyName, , differs]: Member): string =>
  differs?.email ?? `${folded(givenName)}.${folded(familyName)}@nordwind.example`;

/** The org units, each one after the unit above it. */
export const units: DemoUnit[] = places.flatMap((place) =>
  place.units.map(({ key, name, parent, members }) => ({ key, name, parent, manager: emailOf(members[0]) })),
);

export const people: DemoPerson[] = places.flatMap((place) =>
  place.units.flatMap((unit) =>
    unit.members.map((member) => {
      const [givenName, familyName, title, differs] = member;
      return {
        givenName,
        familyName,
        email: emailOf(member),
        unit: unit.key,
        language: differs?.language ?? place.language,
        zone: differs?.zone ?? place.zone,
        title,
      };
    }),
  ),
);

export const trainers: DemoTrainer[] = [
  {
    email: 'jonas@nordwind.example',
    qualifications: ['coaching', 'führung', 'learnfluencer'],
    mostPerDay: 3,
    mostPerWeek: 10,
    travelsTo: ['hamburg', 'wien', 'leeds'],
  },
  {
    email: 'magdalena.pfister@nordwind.example',
    qualifications: ['ausbildung', 'learnfluencer'],
    mostPerDay: 2,
    mostPerWeek: 6,
    travelsTo: ['hamburg', 'wien'],
  },
  {
    email: 'daria.iwanowa@nordwind.example',
    qualifications: ['arbeitssicherheit', 'technik'],
    mostPerDay: 2,
    mostPerWeek: 8,
    travelsTo: ['wien', 'leeds'],
  },
  {
    email: 'imran.qureshi@nordwind.example',
    qualifications: ['coaching', 'learnfluencer'],
    mostPerDay: 2,
    mostPerWeek: 5,
    travelsTo: [],
  },
];

export const accounts: DemoAccount[] = [
  {
    email: 'amina@nordwind.example',
    role: 'learner',
    story: {
      de: 'Amina Yıldız vertritt die Teamleitung der Hotline und ist mitten im Learnfluencer-Kurs.',
      en: 'Amina Yıldız is deputy team lead of the hotline and halfway through the Learnfluencer course (in German).',
    },
  },
  {
    email: 'oliver@nordwind.example',
    role: 'learner',
    story: {
      de: 'Oliver Whitfield lernt auf Englisch und lebt eine Stunde früher, in Leeds.',
      en: 'Oliver Whitfield learns in English, an hour behind headquarters, in Leeds.',
    },
  },
  {
    email: 'jonas@nordwind.example',
    role: 'trainer',
    story: {
      de: 'Jonas Petersen hat den Learnfluencer-Kurs geschrieben und begleitet seine Kohorten.',
      en: 'Jonas Petersen wrote the Learnfluencer course and runs its cohorts.',
    },
  },
  {
    email: 'petra@nordwind.example',
    role: 'admin',
    story: {
      de: 'Petra Lindner plant Kohorten, lädt ein und berichtet, wer wie weit ist.',
      en: 'Petra Lindner plans cohorts, sends invitations and reports on completion.',
    },
  },
  {
    email: 'miriam@nordwind.example',
    role: 'manager',
    story: {
      de: 'Miriam Vogt leitet den Kundendienst mit drei Teams und sieht deren Zahlen, nicht die Einzelner.',
      en: 'Miriam Vogt heads customer service with three teams and sees their figures, not those of individuals.',
    },
  },
];
