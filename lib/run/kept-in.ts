/**
 * The variable that tells a program where what it writes will be kept: `synth` runs it in a directory that is thrown away.
 * Empty where nothing is kept.
 */
export const keptInVariable = 'TUNNELWRIGHT_KEPT_IN';
