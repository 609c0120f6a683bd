package dev.holdfast.core.result;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The stable name of a check, {@code area.name}: lower-case words joined by hyphens, one dot
 * between area and name. Once published an id is never given another meaning.
 *
 * <p>The constructor throws {@link IllegalArgumentException} when the text is not of that form.
 */
public record CheckId(String value) implements Comparable<CheckId> {

    private static final Pattern FORM =
            Pattern.compile("[a-z][a-z0-9]*+(-[a-z0-9]++)*+\\.[a-z0-9]++(-[a-z0-9]++)*+");

    public CheckId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a check id (area.name): " + value);
        }
    }

    /** Whether the text has the form of a check id. */
    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    /** Whether it speaks of the files by which findings are accepted, and of nothing else. */
    public boolean isBookkeeping() {
        return area().equals("waivers") || area().equals("baseline");
    }

    /** The part before the dot. */
    public String area() {
        return value.substring(0, value.indexOf('.'));
    }

    @Override
    public int compareTo(CheckId other) {
        return value.compareTo(other.value);
    }

    // A record's own would be linked at the first call, which a short command feels.
    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CheckId id && id.value.equals(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
