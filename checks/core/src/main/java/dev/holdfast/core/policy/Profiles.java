package dev.holdfast.core.policy;

import dev.holdfast.core.stack.Stack;
import dev.holdfast.core.stack.Technology;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The profiles that ship with Holdfast, policy files themselves. */
final class Profiles {
    private static final String BASE = "base";

    private Profiles() {}

    /** The names that {@code extends} knows. */
    static List<String> names() {
        List<String> names = new ArrayList<>();
        names.add(BASE);
        for (Technology technology : Technology.values()) {
            names.add(technology.word());
        }
        return names;
    }

    /** The profiles for a stack, the general one first. */
    static List<String> of(Stack stack) {
        List<String> names = new ArrayList<>();
        names.add(BASE);
        stack.technologies().forEach(technology -> names.add(technology.word()));
        return names;
    }

    /** The bytes of a profile. */
    static byte[] bytes(String name) {
        try (InputStream in = Profiles.class.getResourceAsStream("profiles/" + name + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("no profile " + name);
            }
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
