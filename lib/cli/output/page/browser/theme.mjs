// Light and dark, and print.
import { byId } from './data.mjs';

const theme = byId('theme');
const root = document.documentElement;
const isDark = () =>
  (root.dataset['theme'] ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
const nameTheme = () => (theme.textContent = isDark() ? 'Light' : 'Dark');
theme.addEventListener('click', () => {
  root.dataset['theme'] = isDark() ? 'light' : 'dark';
  nameTheme();
});
nameTheme();
addEventListener('beforeprint', () => {
  for (const change of document.querySelectorAll('details.change'))
    /** @type {HTMLDetailsElement} */ (change).open = true;
});
