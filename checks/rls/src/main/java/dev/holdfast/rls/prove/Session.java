package dev.holdfast.rls.prove;

import dev.holdfast.rls.catalog.Role;
import dev.holdfast.rls.solve.Value;
import java.util.Map;
import java.util.Optional;

/**
 * Who asks.
 *
 * @param name as the tenancy spec calls it
 * @param role with whose rights
 * @param settings the texts of settings, with placeholders
 * @param identified whether there is somebody to identify
 * @param identity which function says who asks, or 0
 * @param byRole whether the role's name says it
 * @param othersAnything whether settings that are not named may have any value, or are not set
 */
record Session(
        String name,
        Role role,
        Map<String, String> settings,
        boolean identified,
        long identity,
        boolean byRole,
        boolean othersAnything) {
    /** Whoever asks. */
    static final Value USER = new Value.Unknown("user");

    Session {
        settings = Map.copyOf(settings);
    }

    /** The same with no other setting; its identity is a function like any other. */
    Session withoutOthers() {
        return new Session(name, role, settings, identified, 0, byRole, false);
    }

    /** The text of a setting that is known. */
    Optional<String> setting(String setting) {
        return Optional.ofNullable(settings.get(setting.toLowerCase(java.util.Locale.ROOT)));
    }
}
