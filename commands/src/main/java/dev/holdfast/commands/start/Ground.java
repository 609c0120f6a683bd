package dev.holdfast.commands.start;

import java.io.IOException;

/** What is there already; a plan asks it for each file. */
@FunctionalInterface
interface Ground {

    /**
     * What lies at a path.
     *
     * @param path relative to the root, with '/'
     */
    Found at(String path) throws IOException;
}
