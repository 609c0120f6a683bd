package dev.holdfast.rls.trial;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Type;

/**
 * Somebody who owns rows: a user and his tenant, once for each kind of column.
 *
 * @param name A, B, or C, who owns nothing
 * @param number the same for all columns of the trial
 */
record Identity(String name, int number) {
    private static final int USERS = 710_000_000;
    private static final int TENANTS = 720_000_000;

    /** The user as a column of that type holds it. */
    String user(long type, Catalog catalog, Shapes shapes) {
        return text(kind(type, catalog, shapes.users()), "user", USERS + number, 0xa);
    }

    /** The tenant as a column of that type holds it. */
    String tenant(long type, Catalog catalog, Shapes shapes) {
        return text(kind(type, catalog, shapes.tenants()), "tenant", TENANTS + number, 0xb);
    }

    /** The user as settings name it. */
    String user(Shapes shapes) {
        return text(shapes.users(), "user", USERS + number, 0xa);
    }

    /** The tenant as settings name it. */
    String tenant(Shapes shapes) {
        return text(shapes.tenants(), "tenant", TENANTS + number, 0xb);
    }

    /** How a column of a type holds it. */
    static Shape kind(long oid, Catalog catalog, Shape shape) {
        Type type = catalog.types().get(oid);
        if (type == null) {
            return shape;
        }
        if (type.kind() == 'd') {
            return kind(type.base(), catalog, shape);
        }
        return switch (type.name()) {
            case "uuid" -> Shape.UUID;
            case "int4", "int8", "int2", "numeric" -> Shape.NUMBER;
            default -> shape;
        };
    }

    private String text(Shape shape, String what, int asNumber, int tag) {
        return switch (shape) {
            case UUID -> "%08x-0000-4000-8000-%012x".formatted(0xf0 + tag, asNumber);
            case NUMBER -> String.valueOf(asNumber);
            case NAME -> "holdfast-" + what + "-" + name;
        };
    }

    /** How the application writes who somebody is. */
    enum Shape {
        UUID,
        NUMBER,
        NAME
    }
}
