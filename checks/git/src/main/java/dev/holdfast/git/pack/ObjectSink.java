package dev.holdfast.git.pack;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Takes objects as they come out of the store; each thread has its own. */
public interface ObjectSink {

    /**
     * Takes an object.
     *
     * @param number the object's number in the store
     * @param bytes its content, with spare zeros behind it; not to be changed, and not to be kept
     * @param base the number of the object that it was made from, which this sink's thread was
     *     given before; -1 when it stands for itself
     * @param changes where it differs from its base; null when it stands for itself
     */
    void object(int number, byte[] bytes, int length, int base, @Nullable ChangedRanges changes);

    /**
     * Takes an object that is too large to be held.
     *
     * @throws IOException when the stream breaks; {@link #unreadable} is called then
     */
    default void large(int number, long length, InputStream content) throws IOException {
        throw new BrokenObjects(WalkMemory.tooLarge(length));
    }

    /**
     * Is told of an object that cannot be read.
     *
     * @param why a sentence part that quotes nothing of any object
     */
    void unreadable(int number, String why);
}
