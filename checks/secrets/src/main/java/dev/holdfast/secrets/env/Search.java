package dev.holdfast.secrets.env;

/** How the value of a variable is looked for. */
public enum Search {
    /** Not at all: it may stand in the output by chance or on purpose. */
    NONE,
    /** In every form, as a whole word: words and digits stand in longer ones by chance. */
    WORD,
    /** In every form, wherever it stands. */
    ANYWHERE
}
