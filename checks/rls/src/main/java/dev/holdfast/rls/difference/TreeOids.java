package dev.holdfast.rls.difference;

import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The oids in the text of a node tree (PostgreSQL, src/include/nodes/primnodes.h and parsenodes.h),
 * by what they are of. Texts inside of a tree have their spaces escaped, so that nothing in them
 * looks like a field.
 */
final class TreeOids {
    private static final Pattern FIELD =
            Pattern.compile(
                    ":(?:(vartype|consttype|paramtype|funcresulttype|opresulttype|resulttype"
                            + "|casetype|coalescetype|typeId|array_typeid|element_typeid|type"
                            + "|row_typeid|minmaxtype|aggtype|wintype|refrestype)"
                            + "|(funcid|opfuncid|aggfnoid|winfnoid)|(opno|eqop|sortop)|(relid|resorigtbl)|(inputcollid)) (\\d+)");
    private static final long FIRST_OF_USERS = 16_384;

    private TreeOids() {}

    /** What an oid is of. */
    enum Kind {
        TYPE,
        FUNCTION,
        OPERATOR,
        RELATION,
        COLLATION
    }

    /** The text with each oid of users replaced. */
    static String replace(String tree, BiFunction<Kind, Long, String> by) {
        Matcher matcher = FIELD.matcher(tree);
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            long oid = Long.parseLong(matcher.group(6));
            String found = matcher.group();
            String field = found.substring(0, found.indexOf(' ') + 1);
            String with = oid < FIRST_OF_USERS ? String.valueOf(oid) : by.apply(kind(matcher), oid);
            matcher.appendReplacement(text, Matcher.quoteReplacement(field + with));
        }
        return matcher.appendTail(text).toString();
    }

    private static Kind kind(Matcher matcher) {
        if (matcher.group(1) != null) {
            return Kind.TYPE;
        }
        if (matcher.group(2) != null) {
            return Kind.FUNCTION;
        }
        if (matcher.group(3) != null) {
            return Kind.OPERATOR;
        }
        return matcher.group(4) != null ? Kind.RELATION : Kind.COLLATION;
    }
}
