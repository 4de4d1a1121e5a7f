import { globSync, readFileSync, type Dirent } from 'node:fs';
