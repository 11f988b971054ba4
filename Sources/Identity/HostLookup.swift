import Foundation

/// Host names into addresses, by the system's resolver. It blocks, so that it runs on a thread of its own.
enum HostLookup {
    struct Address: Hashable, Sendable {
        let bytes: [UInt8]
        /// As a connection takes it.
        let text: String
    }

    /// Every address of a host; empty if there is none. A host that is an address itself, however it is written, is read by
    /// the same resolver that a connection would ask.
    static func addresses(of host: String) async -> [Address] {
        await withCheckedContinuation { continuation in
            DispatchQueue.global(qos: .userInitiated).async { continuation.resume(returning: resolved(host)) }
        }
    }

    private static func resolved(_ host: String) -> [Address] {
        var hints = addrinfo()
        hints.ai_family = AF_UNSPEC
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, nil, &hints, &list) == 0 else { return [] }
        defer { freeaddrinfo(list) }
        var found: [Address] = []
        var next = list
        while let entry = next {
            if let address = address(entry.pointee), !found.contains(address) { found.append(address) }
            next = entry.pointee.ai_next
        }
        return found
    }

    private static func address(_ entry: addrinfo) -> Address? {
        guard let raw = UnsafeRawPointer(entry.ai_addr) else { return nil }
        let bytes: [UInt8]
        switch entry.ai_family {
        case AF_INET:
            let four = raw.load(as: sockaddr_in.self).sin_addr
            bytes = withUnsafeBytes(of: four) { Array($0) }
        case AF_INET6:
            let six = raw.load(as: sockaddr_in6.self).sin6_addr
            bytes = withUnsafeBytes(of: six) { Array($0) }
        default: return nil
        }
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        guard
            bytes.withUnsafeBytes({ inet_ntop(entry.ai_family, $0.baseAddress, &text, socklen_t(text.count)) }) != nil
        else { return nil }
        return Address(bytes: bytes, text: String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }
}
