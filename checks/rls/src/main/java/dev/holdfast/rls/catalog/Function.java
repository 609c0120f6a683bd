package dev.holdfast.rls.catalog;

import java.util.List;
import java.util.Optional;

/**
 * A function or procedure (pg_proc).
 *
 * @param argumentTypes the types' oids, of the arguments that go in
 * @param arguments as SQL names them: {@code integer, text}
 * @param definer whether it runs with the rights of its owner (SECURITY DEFINER)
 * @param volatility {@code i} immutable, {@code s} stable, {@code v} volatile
 * @param settings what it sets while it runs: {@code search_path=pg_catalog, pg_temp}
 * @param source the text of its body, or the name in a library
 * @param body of one in standard SQL, as a node tree
 * @param defaults of the last arguments, as a node tree
 * @param extension the extension that it belongs to, or empty
 */
public record Function(
        long oid,
        String schema,
        String name,
        List<Long> argumentTypes,
        String arguments,
        long owner,
        String language,
        boolean definer,
        boolean leakproof,
        boolean strict,
        char volatility,
        boolean returnsSet,
        long returnType,
        List<String> settings,
        String source,
        Optional<String> body,
        Optional<String> defaults,
        String extension,
        List<Grant> acl) {
    public Function {
        argumentTypes = List.copyOf(argumentTypes);
        settings = List.copyOf(settings);
        acl = List.copyOf(acl);
    }

    /** {@code schema.name(types)}, as results name it. */
    public String fullName() {
        return schema + "." + name + "(" + arguments + ")";
    }
}
