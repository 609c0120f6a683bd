package dev.holdfast.core.stack;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What installs the packages of a Node.js project. */
public enum PackageManager {
    NPM,
    PNPM,
    YARN,
    BUN;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The program's name. */
    public String word() {
        return word;
    }

    /** The names of the lock files it writes. */
    public List<String> lockfiles() {
        return switch (this) {
            case NPM -> List.of("package-lock.json", "npm-shrinkwrap.json");
            case PNPM -> List.of("pnpm-lock.yaml");
            case YARN -> List.of("yarn.lock");
            case BUN -> List.of("bun.lock", "bun.lockb");
        };
    }

    /**
     * The manager that the {@code packageManager} field of a {@code package.json} names, in the
     * form {@code name@version} that Corepack defines.
     */
    static Optional<PackageManager> ofField(String field) {
        String name = field.substring(0, Math.max(0, field.indexOf('@')));
        return Arrays.stream(values()).filter(manager -> manager.word.equals(name)).findFirst();
    }
}
