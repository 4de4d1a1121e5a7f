// The page as it is opened: at what its address names.
import { openScene, select } from './picture.mjs';

openScene('closed');
const asked = decodeURIComponent(location.hash.slice(1));
if (asked !== '') select(asked);
