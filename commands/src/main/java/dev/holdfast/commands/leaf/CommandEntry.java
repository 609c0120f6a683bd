package dev.holdfast.commands.leaf;

import java.util.List;
import java.util.function.Supplier;

/**
 * One line of the command tree. Only strings and a supplier: joining all of them loads no class of
 * any command.
 *
 * @param words how it is called: {@code [secrets, bundle]}
 * @param summary one line of help, no full stop
 */
public record CommandEntry(List<String> words, String summary, Supplier<Leaf> leaf) {

    public CommandEntry {
        words = List.copyOf(words);
    }

    /** The words as the user types them. */
    public String name() {
        return String.join(" ", words);
    }
}
