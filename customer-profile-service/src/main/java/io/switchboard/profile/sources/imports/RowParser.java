package io.switchboard.profile.sources.imports;

import java.io.IOException;

/** Makes a record of a row's text. */
interface RowParser {
    /** Returns the row; one that can't be read has a problem and no record. */
    Row parse(long line, String text);

    /** Returns where the rows begin, in bytes. */
    long begin();

    /** Returns how many lines there are before the rows. */
    long beginLine();

    /** How a format's rows are cut, and what reads them. */
    interface Maker {
        boolean quotes();

        char delimiter();

        /**
         * Reads the header, if the format has one.
         *
         * @throws BrokenFileException when it can't be used
         */
        RowParser make(RowCutter head) throws IOException;
    }
}
