import type { Place } from './staffed-unit.js';

export const leeds: Place = {
  language: 'en',
  zone: 'Europe/London',
  units: [
    {
      key: 'leeds',
      name: 'Northwind Ltd., Leeds',
      parent: 'nordwind',
      members: [
        ['Helen', 'Ashworth', 'Managing Director'],
        ['Imran', 'Qureshi', 'HR and Finance Partner'],
      ],
    },
    {
      key: 'leeds_sales',
      name: 'Sales UK',
      parent: 'leeds',
      members: [
        ['Fiona', 'Braithwaite', 'Head of Sales UK'],
        ['Tunde', 'Bankole', 'Key Account Manager'],
        ['Rhys', 'Morgan-Pryce', 'Area Sales Manager, Wales and West'],
        ['Eilidh', 'Mackinnon', 'Area Sales Manager, Scotland'],
        ['Harpreet', 'Gill', 'Sales Engineer'],
        ['Joanna', 'Thackray', 'Sales Coordinator'],
      ],
    },
    {
      key: 'leeds_service',
      name: 'Field Service UK',
      parent: 'leeds',
      members: [
        ['Priya', 'Nair', 'Head of Field Service'],
        ['Oliver', 'Whitfield', 'Deputy Head of Field Service', { email: 'oliver@nordwind.example' }],
        ['Callum', 'Ridley', 'Senior Service Engineer'],
        ['Gareth', 'Penrose', 'Service Engineer'],
        ['Sanjay', 'Bhatt', 'Apprentice Service Engineer'],
        ['Hannah', 'Ogden', 'Senior Service Engineer'],
        ['Zofia', 'Maciejewska', 'Service Engineer'],
        ['Kofi', 'Mensah', 'Service Engineer'],
        ['Siobhan', 'Gallagher', 'Service Planner'],
      ],
    },
    {
      key: 'leeds_warehouse',
      name: 'Warehouse UK',
      parent: 'leeds',
      members: [
        ['Derek', 'Lumley', 'Warehouse Manager'],
        ['Blessing', 'Eze', 'Stock Controller'],
        ['Craig', 'Hebblethwaite', 'Warehouse Operative'],
        ['Marta', 'Silva Pinto', 'Dispatch Coordinator'],
      ],
    },
  ],
};
