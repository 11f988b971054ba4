import Base
import Crypto
import Store

/// Files in the database. Who may see one is asked where it hangs: a portrait, a slide set, an attachment.
package enum StoredFileStore {
    package static let migration = Migration(
        id: "web-002-stored-file", sql: table("BLOB"), postgres: table("BYTEA"))

    private static func table(_ bytes: String) -> String {
        """
        CREATE TABLE stored_file (
          id TEXT NOT NULL PRIMARY KEY,
          sha256 TEXT NOT NULL,
          media_type TEXT NOT NULL,
          name TEXT NOT NULL,
          size BIGINT NOT NULL,
          bytes \(bytes) NOT NULL,
          created_at BIGINT NOT NULL
        );
        """
    }

    @discardableResult
    package static func insert(_ upload: UploadedFile, in tx: Writer) throws -> StoredFile {
        let digest = hexadecimal(SHA256.hash(data: upload.bytes))
        let file = StoredFile(
            id: tx.newID(), sha256: digest, type: upload.type, name: upload.name, size: upload.bytes.count, createdAt: tx.now)
        try tx.execute(
            """
            INSERT INTO stored_file (id, sha256, media_type, name, size, bytes, created_at)
            VALUES (\(file.id), \(file.sha256), \(file.type.rawValue), \(file.name), \(file.size), \(upload.bytes), \(tx.now))
            """)
        return file
    }

    package static func find(_ id: Identifier, in tx: Reader) throws -> StoredFile? {
        try tx.first("SELECT id, sha256, media_type, name, size, created_at FROM stored_file WHERE id = \(id)").map { row in
            StoredFile(
                id: try row.id("id"), sha256: try row.text("sha256"), type: try row.raw("media_type"),
                name: try row.text("name"), size: try row.int("size"), createdAt: try row.instant("created_at"))
        }
    }

    /// All its bytes, or the part that is asked for; nil if it is not there.
    package static func bytes(_ id: Identifier, _ part: Range<Int>? = nil, in tx: Reader) throws -> [UInt8]? {
        let row =
            if let part {
                try tx.first(
                    "SELECT substr(bytes, \(part.lowerBound + 1), \(part.count)) AS bytes FROM stored_file WHERE id = \(id)")
            } else { try tx.first("SELECT bytes FROM stored_file WHERE id = \(id)") }
        guard let row else { return nil }
        guard case .blob(let bytes) = try row.value("bytes") else { throw StoreError.row("bytes is no blob") }
        return bytes
    }

    /// Does nothing if it is not there.
    package static func delete(_ id: Identifier, in tx: Writer) throws {
        try tx.execute("DELETE FROM stored_file WHERE id = \(id)")
    }
}
