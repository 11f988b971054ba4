import Base
import CPQ
import Foundation
import Store

/// Where a server is, as libpq reads it. It may hold a password, and libpq quotes an address that it cannot read: so it is
/// read here first, and no error says more of it than the host.
package struct PostgresAddress: Sendable {
    private let url: String
    /// Names, numbers or socket folders, as written; empty where the default is meant.
    package let hosts: [String]

    package init(_ url: String) throws {
        guard let options = PQconninfoParse(url, nil) else {
            throw StoreError.refused("the database's address cannot be read; it looks like postgresql://user@host/name")
        }
        defer { PQconninfoFree(options) }
        var hosts: [String] = []
        var option = options
        while let keyword = option.pointee.keyword {
            if ["host", "hostaddr", "service"].contains(String(cString: keyword)), let value = option.pointee.val {
                hosts += String(cString: value).split(separator: ",").map(String.init)
            }
            option += 1
        }
        self.url = url
        self.hosts = hosts
    }

    /// On this machine and nowhere else, said in the address itself.
    package var isLocal: Bool {
        !hosts.isEmpty && hosts.allSatisfy { $0.hasPrefix("/") || ["localhost", "127.0.0.1", "::1"].contains($0) }
    }

    /// A new connection. What the address says comes last and wins; a server that does not answer is given up.
    func connect(as name: String) -> OpaquePointer? {
        let settings = [
            ("connect_timeout", "10"), ("tcp_user_timeout", "30000"), ("application_name", name), ("dbname", url),
        ]
        let keywords = settings.map { strdup($0.0) }
        let values = settings.map { strdup($0.1) }
        defer { for pointer in keywords + values { free(pointer) } }
        let ended: ([UnsafeMutablePointer<CChar>?]) -> [UnsafePointer<CChar>?] = { $0.map { UnsafePointer($0) } + [nil] }
        return PQconnectdbParams(ended(keywords), ended(values), 1)
    }
}
