package dev.holdfast.secrets.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recognises one kind of match where one of its anchors stands. */
public interface Recognizer {

    /**
     * The literals, of at least three bytes, at which this kind can be found. Who has none has
     * {@link #keywords()}.
     */
    default List<String> anchors() {
        return List.of();
    }

    /**
     * Further anchors, of at least three bytes and in small letters, that count in whatever case
     * they are written. Words stand everywhere: who has some asks {@link Assignment} first.
     */
    default List<String> keywords() {
        return List.of();
    }

    /**
     * The match whose anchor stands at that offset, or null.
     *
     * @param length how many of the bytes count
     */
    @Nullable Match at(byte[] bytes, int length, int anchor);

    /**
     * The most bytes before the match's start, and behind it, that decide about the match: all of
     * it, what stands before and behind it, and what else is looked at. The anchor lies in them.
     */
    int reach();

    /**
     * Whether each match starts at its anchor. Who says so is not asked for anchors outside of the
     * window that is scanned.
     */
    default boolean startsAtAnchor() {
        return false;
    }
}
