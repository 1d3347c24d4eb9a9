package io.switchboard.profile.sources.imports;

/**
 * What a batch adds to an import.
 *
 * @param position where the next row begins, in bytes of the unpacked text
 * @param line how many lines were read in all
 * @param filePosition how much of the file was read in all, in bytes
 * @param read rows of the batch
 * @param applied of them, how many said something new
 * @param unchanged how many did not
 * @param bad how many were kept aside
 */
record Progress(long position, long line, long filePosition, long read, long applied, long unchanged, long bad) {}
