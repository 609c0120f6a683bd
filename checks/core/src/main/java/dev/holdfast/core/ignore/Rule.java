package dev.holdfast.core.ignore;

/**
 * What one line of an ignore file says.
 *
 * @param order its place in the file; of two rules that fit the later one decides
 * @param negated whether it takes back what earlier ones say
 * @param onlyFolders whether it means folders alone
 * @param anchored whether its pattern is of the whole path below the file's folder, not of the last
 *     name alone
 * @param pattern each byte as one character
 */
record Rule(int order, boolean negated, boolean onlyFolders, boolean anchored, String pattern) {}
