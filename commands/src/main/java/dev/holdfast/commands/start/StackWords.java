package dev.holdfast.commands.start;

import dev.holdfast.commands.report.Visible;
import dev.holdfast.core.stack.NodePackage;
import dev.holdfast.core.stack.Stack;
import dev.holdfast.core.stack.Technology;
import java.util.List;
import java.util.stream.Collectors;

/** What a project is built with, in words. Safe in a comment and on a terminal. */
final class StackWords {
    private static final int MOST = 4;

    private StackWords() {}

    /** {@code Next.js apps/web}: a line for each technology, none when nothing was found. */
    static List<String> lines(Stack stack) {
        return stack.technologies().stream()
                .map(each -> "%-12s%s".formatted(each.title(), folders(stack.folders(each))))
                .toList();
    }

    /** {@code ., apps/web and 3 more}. */
    static String folders(List<String> folders) {
        String shown =
                folders.stream()
                        .limit(MOST)
                        .map(StackWords::folder)
                        .collect(Collectors.joining(", "));
        int more = folders.size() - MOST;
        return more > 0 ? shown + " and " + more + " more" : shown;
    }

    /** The folder, "." for the project's own. */
    static String folder(String folder) {
        return folder.isEmpty() ? "." : Visible.line(folder);
    }

    /** {@code apps/web (Next.js, Vite)}: a text for each package, none outside a monorepo. */
    static List<String> packages(Stack stack) {
        if (stack.packages().size() < 2) {
            return List.of();
        }
        return stack.packages().stream().map(each -> described(each, stack)).toList();
    }

    private static String described(NodePackage each, Stack stack) {
        String built =
                stack.technologies().stream()
                        .filter(technology -> technology != Technology.NODE)
                        .filter(technology -> stack.folders(technology).contains(each.folder()))
                        .map(Technology::title)
                        .collect(Collectors.joining(", "));
        return folder(each.folder()) + " (" + (built.isEmpty() ? "Node.js" : built) + ")";
    }
}
