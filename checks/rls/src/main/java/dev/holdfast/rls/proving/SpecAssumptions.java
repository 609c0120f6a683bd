package dev.holdfast.rls.proving;

import dev.holdfast.rls.prove.Property;
import dev.holdfast.rls.tenancy.Tenancy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What every proof takes from the tenancy spec, whatever the table. */
public final class SpecAssumptions {
    private SpecAssumptions() {}

    /** Those of all properties, each once. */
    public static List<String> of(Tenancy tenancy) {
        return Arrays.stream(Property.values())
                .flatMap(each -> of(tenancy, each).stream())
                .distinct()
                .toList();
    }

    /** For people, each a sentence without its end. */
    public static List<String> of(Tenancy tenancy, Property property) {
        List<String> all = new ArrayList<>();
        boolean anonymous = property == Property.ANONYMOUS_READ;
        if (!anonymous) {
            tenancy.identity()
                    .ifPresent(identity ->
                            all.add(
                                    identity
                                            + " is who is asking, and nobody chooses it for himself"));
        }
        all.add("settings that the spec names have these values, and the client cannot set them");
        if (!anonymous) {
            tenancy.members()
                    .ifPresent(members ->
                            all.add(
                                    "rows of "
                                            + members.table()
                                            + " are right; who may write them is its own proof"));
        }
        if (anonymous) {
            tenancy.identity()
                    .ifPresent(
                            identity -> all.add(identity + " is NULL where nobody is signed in"));
        } else {
            tenancy.tenantSession()
                    .ifPresent(session ->
                            all.add(
                                    session
                                            + " yields the right tenants; who may change what it"
                                            + " reads is not proved"));
        }
        return all;
    }
}
