package dev.holdfast.commands.start;

/** What lies where a file would be written. */
sealed interface Found {

    /** Nothing. */
    record Nothing() implements Found {}

    /** A file that could be read. */
    record Text(String text) implements Found {}

    /**
     * Something that is not compared.
     *
     * @param what what it is: {@code a link}
     */
    record Other(String what) implements Found {}
}
