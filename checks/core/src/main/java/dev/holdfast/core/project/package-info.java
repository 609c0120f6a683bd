/**
 * Where the project begins and how its paths are shown. Looks at folders only, never into files.
 */
@NullMarked
package dev.holdfast.core.project;

import org.jspecify.annotations.NullMarked;
