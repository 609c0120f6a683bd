package dev.holdfast.probes.wire.redaction;

/** Where the letters of a text that was read out of another one came from. */
interface Origin {
    /** Where the letter at that place begins in the text as it came. */
    int begin(int at);

    /** Where the letter at that place ends in the text as it came. */
    int end(int at);
}
