package dev.holdfast.rls.difference;

import dev.holdfast.rls.catalog.Server;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Settings that sessions begin with (ALTER ROLE … SET, ALTER DATABASE … SET). */
final class Settings {
    private Settings() {}

    /** That they differ, by their names: a value may be a secret. */
    static Optional<String> changed(Server was, Server is) {
        Set<String> differ = new HashSet<>(was.settings());
        differ.removeAll(is.settings());
        Set<String> other = new HashSet<>(is.settings());
        other.removeAll(was.settings());
        differ.addAll(other);
        Set<String> names = new TreeSet<>();
        differ.forEach(each -> names.add(each.substring(0, each.indexOf('='))));
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "settings that sessions begin with are not the same: "
                                + String.join(", ", names)
                                + "; what policies read of them was not compared");
    }
}
