package dev.holdfast.commands.run;

import dev.holdfast.core.stack.Stack;
import dev.holdfast.core.stack.Technology;
import java.nio.file.Path;
import java.util.List;

/**
 * The packages of a project whose build makes a program for a server: NestJS, and nothing in the
 * same package that builds for browsers.
 */
public final class Programs {
    private static final List<Technology> FRONT_ENDS =
            List.of(Technology.NEXTJS, Technology.VITE, Technology.WEBPACK);

    private Programs() {}

    /** What builds for browsers. */
    public static List<Technology> frontEnds() {
        return FRONT_ENDS;
    }

    /** The folders of these packages. */
    public static List<Path> of(Path directory, Stack stack) {
        return stack.folders(Technology.NESTJS).stream()
                .filter(folder ->
                        FRONT_ENDS.stream().noneMatch(each -> stack.folders(each).contains(folder)))
                .map(directory::resolve)
                .toList();
    }
}
