package io.jobdeck.desktop.export;

/** Where rows can go. Interface thread only; never blocks on the disk. */
public interface SheetOutput {

    /** Puts the rows on the clipboard. */
    void copy(Sheet sheet, SheetFormat format);

    /** Puts a text on the clipboard. */
    void copy(String text);

    /** Asks for a file and writes the rows to it. */
    void save(Sheet sheet, SheetFormat format);
}
