package dev.holdfast.core.resolve;

import java.io.IOException;
import java.util.Map;

/** Knows which files were renamed since findings were accepted. Asked only when it matters. */
@FunctionalInterface
public interface Renames {

    /** Knows of none. */
    Renames NONE = Map::of;

    /** Old paths with the new ones, relative to the repository's root. */
    Map<String, String> sinceBaseline() throws IOException;

    /** The same since the waivers were written. */
    default Map<String, String> sinceWaivers() throws IOException {
        return Map.of();
    }
}
