package dev.holdfast.commands.run;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where Holdfast keeps what it can make again (XDG Base Directory Specification). */
final class CacheFolder {

    private CacheFolder() {}

    /** The user's folder, or nothing when the environment names none. */
    static Optional<Path> of(Map<String, String> environment) {
        return absolute(environment.getOrDefault("XDG_CACHE_HOME", ""))
                .or(() ->
                        absolute(environment.getOrDefault("HOME", ""))
                                .map(home -> home.resolve(".cache")))
                .map(caches -> caches.resolve("holdfast"));
    }

    /** The specification has relative ones ignored. */
    private static Optional<Path> absolute(String name) {
        return Optional.of(name)
                .filter(each -> !each.isEmpty())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }
}
