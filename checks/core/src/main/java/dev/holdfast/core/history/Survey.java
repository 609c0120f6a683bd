package dev.holdfast.core.history;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The contents that a scope reaches: of files, and the texts of the commits and annotated tags on
 * the way, whose path is {@code commit} or {@code tag} and their name. Contents have numbers, which
 * are not one behind the other and hold for this survey alone; equal contents have one number. What
 * stays the same from one run to the next is a content's name.
 */
public interface Survey {

    /** How many contents there are. */
    int size();

    /** How many commits were walked. */
    int commits();

    /**
     * Hands out contents, each once, on several threads; each thread asks for a sink of its own.
     *
     * @param wanted which numbers are asked for; asked once for each content, before any is read
     */
    void read(IntPredicate wanted, int threads, Supplier<? extends ContentSink> sinks)
            throws InterruptedException;

    /** The name that git gives the content: its hash in hexadecimal. */
    String name(int number);

    /** How many bytes the name of a content has. */
    int nameLength();

    /** The name as bytes. */
    void name(int number, byte[] into);

    /** The number of what has that name, reached or not; -1 when it is not there. */
    int find(byte[] name);

    /** Where the content came from first. */
    Origin origin(int number);

    /**
     * Where contents came from first at a path that is meant; nothing for those that lie at no such
     * path anywhere in the scope. Takes longer than {@link #origin}. When there are too many paths
     * to look at, an undecided content is told with its first origin, whatever its path.
     */
    Map<Integer, Origin> origins(BitSet contents, Predicate<String> meant)
            throws InterruptedException;

    /**
     * Finds names that the scope reaches, each once: those of files with the folders in which they
     * lie, whatever they hold, and those of references, as {@code ref} and the full name. A folder
     * is told by what lies in it, and itself only when that is nothing. Of a scope that begins
     * after a revision, the files are those that it does not reach under that name; references are
     * always told, since nobody knows when they were named.
     *
     * @param files which names of files are asked for; asked once for each
     * @param references which of references
     */
    Names names(Predicate<String> files, Predicate<String> references) throws InterruptedException;

    /** Whether the tree of HEAD holds the content, under any path; never of a commit's own text. */
    boolean isAtHead(int number);

    /** What could not be looked at. */
    List<Gap> gaps();

    /** How many compressed streams {@link #read} has unpacked so far. */
    long unpacked();

    /**
     * The oldest commit that holds a content.
     *
     * @param commit its full name, or empty when a reference names the content itself
     * @param author name and mail address as the commit has them
     * @param date in ISO 8601
     */
    record Origin(String commit, String author, String date, String path) {}

    /**
     * Something that the scope reaches and that is not there, or cannot be read.
     *
     * @param name the object's name, or what is meant
     * @param why a sentence part
     */
    record Gap(String name, String why) {}

    /**
     * A name.
     *
     * @param origin the oldest commit that has it, and the name as its path; of a reference, the
     *     commit to which it leads, with nothing of who named it, and when
     * @param isAtHead whether the tree of HEAD has it; never of a reference
     */
    record Named(Origin origin, boolean isAtHead) {}

    /**
     * Names of a scope.
     *
     * @param wanted those that were asked for
     * @param files how many names of files were looked at
     * @param references how many names of references were
     * @param gaps what could not be looked at
     */
    record Names(List<Named> wanted, long files, long references, List<Gap> gaps) {

        public Names {
            wanted = List.copyOf(wanted);
            gaps = List.copyOf(gaps);
        }
    }
}
