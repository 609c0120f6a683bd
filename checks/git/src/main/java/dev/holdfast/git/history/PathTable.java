package dev.holdfast.git.history;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Paths without their texts: each is a name in the folder of another. */
final class PathTable {
    /** The path of the root, which has no name. */
    static final int ROOT = 0;

    /** What is given for a new path when there are too many. */
    static final int FULL = -1;

    private final EntryNames names;
    private final int most;
    private int[] folders = new int[64];
    private int[] ownNames = new int[64];
    private int[] slots = new int[128];
    private int count = 1;
    private byte[] text = new byte[256];

    /**
     * A table of the root alone.
     *
     * @param most how many paths it may hold
     */
    PathTable(EntryNames names, int most) {
        this.names = names;
        this.most = most;
    }

    /** The number of a path, which is a new one when it was not there. */
    int path(int folder, int name) {
        int slot = slot(folder, name);
        if (slots[slot] > 0) {
            return slots[slot];
        }
        if (count >= most) {
            return FULL;
        }
        if (count == folders.length) {
            folders = Arrays.copyOf(folders, 2 * count);
            ownNames = Arrays.copyOf(ownNames, 2 * count);
        }
        folders[count] = folder;
        ownNames[count] = name;
        slots[slot] = count++;
        if (2 * count > slots.length) {
            grow();
        }
        return count - 1;
    }

    private void grow() {
        slots = new int[2 * slots.length];
        for (int i = 1; i < count; i++) {
            slots[slot(folders[i], ownNames[i])] = i;
        }
    }

    /** Where the number of a path stands, or is to stand. */
    private int slot(int folder, int name) {
        int hash = (folder * 0x9E3779B1 + name) * 0x85EBCA6B;
        int slot = (hash ^ (hash >>> 15)) & (slots.length - 1);
        while (slots[slot] > 0
                && (folders[slots[slot]] != folder || ownNames[slots[slot]] != name)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    /** How many paths there are, the root among them. */
    int count() {
        return count;
    }

    /** The path with '/'; what is not UTF-8 in it is replaced. */
    String text(int path) {
        int length = -1;
        for (int each = path; each != ROOT; each = folders[each]) {
            length = Math.addExact(length, 1 + names.length(ownNames[each]));
        }
        if (length < 0) {
            return "";
        }
        if (length > text.length) {
            text = new byte[Math.max(length, 2 * text.length)];
        }
        int end = length;
        for (int each = path; each != ROOT; each = folders[each]) {
            int start = end - names.length(ownNames[each]);
            names.copy(ownNames[each], text, start);
            if (start > 0) {
                text[start - 1] = '/';
            }
            end = start - 1;
        }
        return new String(text, 0, length, StandardCharsets.UTF_8);
    }
}
