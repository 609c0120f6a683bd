package dev.holdfast.core.ignore;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * A path with wildcards (gitignore(5), "Pattern format"). Follows all ways at once, so that the
 * time is bounded by the path's length times the pattern's, whatever stars it has.
 */
final class Wildcards {

    /** One part of the pattern. */
    private sealed interface Part permits One, Stars {}

    /** Exactly one character. */
    private record One(IntPredicate fits) implements Part {}

    /** Any number of characters. */
    private enum Stars implements Part {
        /** {@code *}: none of them a slash. */
        NAME,
        /** {@code **}{@code /}: none, or whole folders with their slash. */
        FOLDERS,
        /** {@code /**} at the end: at least one. */
        ALL
    }

    private final List<Part> parts;

    private Wildcards(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** The pattern, or nothing when it is one that fits nothing. */
    static Optional<Wildcards> of(String text) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char each = text.charAt(at);
            boolean begins = at == 0 || text.charAt(at - 1) == '/';
            if (begins && text.startsWith("**/", at)) {
                parts.add(Stars.FOLDERS);
                at += 3;
            } else if (begins && at > 0 && text.substring(at).equals("**")) {
                parts.add(Stars.ALL);
                at += 2;
            } else if (each == '*') {
                parts.add(Stars.NAME);
                at++;
            } else if (each == '?') {
                parts.add(new One(one -> one != '/'));
                at++;
            } else if (each == '[') {
                int end = CharacterClass.end(text, at);
                if (end < 0) {
                    return Optional.empty();
                }
                parts.add(new One(CharacterClass.of(text, at, end)));
                at = end + 1;
            } else {
                if (each == '\\') {
                    at++;
                    if (at == text.length()) {
                        return Optional.empty();
                    }
                }
                char literal = text.charAt(at);
                parts.add(new One(one -> one == literal));
                at++;
            }
        }
        return Optional.of(new Wildcards(parts));
    }

    boolean fit(String path) {
        BitSet states = new BitSet(parts.size() + 1);
        enter(states, 0);
        for (int i = 0; i < path.length(); i++) {
            char each = path.charAt(i);
            BitSet next = new BitSet(parts.size() + 1);
            for (int at = states.nextSetBit(0); at >= 0; at = states.nextSetBit(at + 1)) {
                if (at < parts.size()) {
                    step(parts.get(at), at, each, next);
                }
            }
            if (next.isEmpty()) {
                return false;
            }
            states = next;
        }
        return states.get(parts.size());
    }

    private void step(Part part, int at, char each, BitSet next) {
        switch (part) {
            case One one -> {
                if (one.fits().test(each)) {
                    enter(next, at + 1);
                }
            }
            case Stars stars -> {
                switch (stars) {
                    case NAME -> {
                        if (each != '/') {
                            enter(next, at);
                        }
                    }
                    case FOLDERS -> {
                        next.set(at);
                        if (each == '/') {
                            enter(next, at + 1);
                        }
                    }
                    case ALL -> {
                        next.set(at);
                        next.set(at + 1);
                    }
                }
            }
        }
    }

    /** Stands at a part, and behind it when it may be nothing. */
    private void enter(BitSet states, int at) {
        int here = at;
        while (true) {
            states.set(here);
            boolean empty =
                    here < parts.size()
                            && (parts.get(here) == Stars.NAME || parts.get(here) == Stars.FOLDERS);
            if (!empty) {
                return;
            }
            here++;
        }
    }
}
