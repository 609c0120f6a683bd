package dev.holdfast.secrets.engine;

import java.util.List;

/** What is asked at an anchor: one recogniser, or all needles that begin alike. */
interface Finder {

    /** As {@link Recognizer#anchors()}. */
    List<String> anchors();

    /** As {@link Recognizer#keywords()}. */
    List<String> keywords();

    /** Adds what is found where an anchor stands. */
    void find(byte[] bytes, int length, int anchor, List<Match> found);

    /** As {@link Recognizer#reach()}. */
    int reach();

    /** As {@link Recognizer#startsAtAnchor()}. */
    boolean startsAtAnchor();

    /**
     * One recogniser.
     *
     * @throws IllegalArgumentException when nothing could ever be found by it
     */
    static Finder of(Recognizer recognizer) {
        if (recognizer.anchors().isEmpty() && recognizer.keywords().isEmpty()) {
            throw new IllegalArgumentException(
                    recognizer.getClass().getSimpleName() + " has neither anchors nor keywords");
        }
        return new Finder() {
            @Override
            public List<String> anchors() {
                return recognizer.anchors();
            }

            @Override
            public List<String> keywords() {
                return recognizer.keywords();
            }

            @Override
            public void find(byte[] bytes, int length, int anchor, List<Match> found) {
                Match match = recognizer.at(bytes, length, anchor);
                if (match != null) {
                    found.add(match);
                }
            }

            @Override
            public int reach() {
                return recognizer.reach();
            }

            @Override
            public boolean startsAtAnchor() {
                return recognizer.startsAtAnchor();
            }
        };
    }
}
