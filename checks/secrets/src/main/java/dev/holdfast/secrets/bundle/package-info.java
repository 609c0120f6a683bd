/** The scan of built output: walks folders, scans files, follows maps, groups what is found. */
@NullMarked
package dev.holdfast.secrets.bundle;

import org.jspecify.annotations.NullMarked;
