export const ravpns = 'policy/ravpns';
