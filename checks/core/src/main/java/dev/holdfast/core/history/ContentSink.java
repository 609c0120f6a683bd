package dev.holdfast.core.history;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Takes contents as they come out of a history; each thread has its own. */
public interface ContentSink {

    /**
     * Takes a content.
     *
     * @param bytes the content, with at least 130 zeros behind it; not to be changed, not to be
     *     kept
     * @param base the number of the content that it was made from, which this sink was given
     *     before; -1 when it stands for itself
     * @param changes where it differs from its base; null when it stands for itself
     */
    void content(int number, byte[] bytes, int length, int base, @Nullable Changes changes);

    /**
     * Takes a content that is too large to be held in memory. Who does not read it is told that it
     * cannot be read.
     *
     * @param length how many bytes it has
     * @param content ends with an exception when the content is broken or is not what its name
     *     stands for; who does not read to the end does not know
     * @throws IOException when it is; {@link #unreadable} is called then
     */
    default void large(int number, long length, InputStream content) throws IOException {
        unreadable(number, "it has " + (length >> 20) + " MiB, which is too large");
    }

    /**
     * Is told of a content that cannot be read.
     *
     * @param why a sentence part that quotes nothing of any content
     */
    void unreadable(int number, String why);
}
