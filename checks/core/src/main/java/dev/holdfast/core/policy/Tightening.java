package dev.holdfast.core.policy;

import java.util.List;
import java.util.Set;

/** When one value of a key is at least as strict as another: what a lock lets a child do. */
public enum Tightening {
    /** Nothing but the same value is as strict. */
    SAME,
    /** A smaller number is stricter. */
    LOWER,
    /** A larger number is stricter. */
    HIGHER,
    /** More members are stricter. */
    MORE_MEMBERS,
    /** Fewer members are stricter. */
    FEWER_MEMBERS,
    /** True is stricter than false. */
    TRUE,
    /** A word that stands earlier among the choices is stricter. */
    EARLIER_CHOICE;

    /** What a lock lets a child do, as the end of a sentence: {@code the value may …}. */
    String words() {
        return switch (this) {
            case SAME -> "not change";
            case LOWER -> "get smaller";
            case HIGHER -> "get larger";
            case MORE_MEMBERS -> "get more members";
            case FEWER_MEMBERS -> "get fewer members";
            case TRUE -> "become true";
            case EARLIER_CHOICE -> "become a word that stands earlier";
        };
    }

    /**
     * Whether the child's value is at least as strict as the locked one.
     *
     * @param choices the words of the key, strictest first; empty when it has none
     */
    boolean holds(Object locked, Object child, List<String> choices) {
        return switch (this) {
            case SAME -> isSame(locked, child);
            case LOWER -> (Integer) child <= (Integer) locked;
            case HIGHER -> (Integer) child >= (Integer) locked;
            case MORE_MEMBERS -> Set.copyOf((List<?>) child).containsAll((List<?>) locked);
            case FEWER_MEMBERS -> Set.copyOf((List<?>) locked).containsAll((List<?>) child);
            case TRUE -> (Boolean) child || !((Boolean) locked);
            case EARLIER_CHOICE ->
                    choices.indexOf(String.valueOf(child))
                            <= choices.indexOf(String.valueOf(locked));
        };
    }

    // A list is a set: the order of its members says nothing.
    private static boolean isSame(Object locked, Object child) {
        if (locked instanceof List<?> some && child instanceof List<?> others) {
            return Set.copyOf(some).equals(Set.copyOf(others));
        }
        return locked.equals(child);
    }
}
