package dev.holdfast.commands.start;

/** What becomes of one planned file. */
enum Action {
    /** It is not there, and is written. */
    WRITE("write"),
    /** It is there just as it would be written. */
    EXISTS("exists, left alone"),
    /** Something else is there. */
    DIFFERS("differs, left alone");

    private final String words;

    Action(String words) {
        this.words = words;
    }

    /** The words in the plan. */
    String words() {
        return words;
    }
}
