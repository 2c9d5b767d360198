package io.binnacle.platform.storage;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Where the database is and who owns what Binnacle keeps there. */
public record DatabaseAddress(String url, String user, String password) {

    /** Opens connections as the owner, one by one, for migrations and start-up. */
    public DataSource owner() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        if (!user.isBlank()) {
            source.setUser(user);
            source.setPassword(password);
        }
        source.setApplicationName("binnacle");
        source.setConnectTimeout(10);
        source.setTcpKeepAlive(true);
        source.setReWriteBatchedInserts(true);
        return source;
    }

    @Override
    public String toString() {
        return url.replaceFirst("\\?.*", "");
    }
}
