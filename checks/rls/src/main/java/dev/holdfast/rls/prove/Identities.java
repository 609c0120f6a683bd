package dev.holdfast.rls.prove;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Function;
import dev.holdfast.rls.tenancy.Tenancy;

/** Which function says who asks. */
public final class Identities {

    private Identities() {}

    /** The function of an identity like {@code auth.uid()}, or 0. */
    public static long function(Tenancy tenancy, Catalog catalog) {
        String identity = tenancy.identity().orElse("");
        if (!identity.matches("[\\w.]+\\(\\)")) {
            return 0;
        }
        String name = identity.substring(0, identity.length() - 2);
        return catalog.functions().values().stream()
                .filter(each -> each.argumentTypes().isEmpty() && isNamed(each, name))
                .mapToLong(Function::oid)
                .findFirst()
                .orElse(0);
    }

    private static boolean isNamed(Function function, String name) {
        return name.equals(function.schema() + "." + function.name())
                || (name.equals(function.name()) && function.schema().equals("public"));
    }
}
