import Base
import Foundation
import Store
import Web

/// The master key of an installation: what `PLENARIA_KEY` says, else the file `key` in the data folder, which is made at the
/// first start and which nobody but its owner can read. Several programs on one database need the same one: without it the
/// tickets and addresses of one are nothing to the other.
enum KeyFile {
    static func keys(_ settings: Settings) throws -> HouseKeys {
        if !settings.key.isEmpty {
            guard let keys = HouseKeys.read(settings.key) else {
                throw StoreError.refused("PLENARIA_KEY must be base64 of 32 bytes or more")
            }
            return keys
        }
        let path = settings.data + "/key"
        if !FileManager.default.fileExists(atPath: path) { try make(path, in: settings.data) }
        guard let bytes = FileManager.default.contents(atPath: path),
            let keys = HouseKeys.read(String(decoding: bytes, as: UTF8.self))
        else { throw StoreError.refused("\(path) must be readable and hold base64 of 32 bytes or more") }
        return keys
    }

    /// Written beside and linked into place, so that of two programs that start at once both have the first one's key.
    private static func make(_ path: String, in folder: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let text = Data(randomBytes(32)).base64EncodedString() + "\n"
        let draft = path + "." + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: draft) }
        guard FileManager.default.createFile(atPath: draft, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
        else {
            throw StoreError.refused("\(folder) cannot be written to: the key of tickets must be kept there, or in PLENARIA_KEY")
        }
        // The other one was quicker: its key counts.
        try? FileManager.default.linkItem(atPath: draft, toPath: path)
    }
}
