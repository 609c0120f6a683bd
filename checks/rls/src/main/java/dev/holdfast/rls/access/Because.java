package dev.holdfast.rls.access;

import java.util.List;

/**
 * Why a role has a privilege.
 *
 * @param grantee whose grant, ownership or attribute it is: a role's name, or PUBLIC
 * @param via the roles from the one that is asked about to the grantee; the grantee alone when
 *     nothing is inherited
 */
public record Because(Kind kind, String grantee, List<String> via) {
    public Because {
        via = List.copyOf(via);
    }

    /** What gives it. */
    public enum Kind {
        GRANT,
        OWNERSHIP,
        PREDEFINED_ROLE,
        SUPERUSER
    }

    /** A few words for people. */
    public String text() {
        String what =
                switch (kind) {
                    case GRANT -> "granted to " + grantee;
                    case OWNERSHIP -> grantee + " is the owner";
                    case PREDEFINED_ROLE -> grantee + " has it everywhere";
                    case SUPERUSER -> grantee + " is a superuser";
                };
        return via.size() < 2 ? what : what + ", inherited through " + String.join(" > ", via);
    }
}
