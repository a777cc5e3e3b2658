package dev.holdfast.backlog.csv;

/** Is told how far the reading of a file has come. */
public interface Progress {

    Progress SILENT = new Progress() {
        @Override
        public void read(String file, long bytes, long ofBytes) {}

        @Override
        public void done(String file) {}
    };

    /** Called often; must be quick. */
    void read(String file, long bytes, long ofBytes);

    void done(String file);
}
