import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

/// Requests of ours to others: over TLS, to the open internet alone, without redirects, within 256 KB and ten seconds. A
/// host's addresses are looked up first and all must pass; the connection then goes to one of *them*, so that a second
/// answer of the name server changes nothing.
struct OutwardClient: Sendable {
    /// How far requests may go.
    enum Reach: Hashable, Sendable {
        case open
        /// The operator has said that the providers are in her own network.
        case alsoPrivate
        /// This machine alone, without TLS: for tests and for trying things out.
        case loopback
    }
    /// What kept a request from an answer: for the operator's log. It names no address.
    enum Failure: Error, Hashable {
        case notAllowed(String)
        case unreachable
        case status(UInt)
        case tooLong
    }
    static let mostBytes = 262_144
    static let seconds: Int64 = 10

    let reach: Reach

    func get(_ address: String) async throws -> Data { try await send(HTTPClientRequest(url: address), to: address) }

    func post(_ form: [(name: String, value: String)], to address: String, authorization: String?) async throws -> Data {
        var request = HTTPClientRequest(url: address)
        request.method = .POST
        request.headers.add(name: "content-type", value: "application/x-www-form-urlencoded")
        if let authorization { request.headers.add(name: "authorization", value: authorization) }
        request.body = .bytes(Array(OutwardClient.encoded(form).utf8))
        return try await send(request, to: address)
    }

    private func send(_ original: HTTPClientRequest, to address: String) async throws -> Data {
        let (host, target) = try await checked(address)
        var request = original
        request.headers.add(name: "accept", value: "application/json")
        request.headers.add(name: "user-agent", value: "Plenaria")
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow, timeout: .init(connect: .seconds(5), read: .seconds(OutwardClient.seconds)),
            decompression: .disabled)
        configuration.dnsOverride = [host: target]
        configuration.httpVersion = .http1Only
        // A client for one request: its override must not be seen by another.
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        let result: Result<Data, any Error>
        do { result = .success(try await answer(request, client)) } catch { result = .failure(error) }
        try? await client.shutdown()
        return try result.get()
    }

    private func answer(_ request: HTTPClientRequest, _ client: HTTPClient) async throws -> Data {
        do {
            let response = try await client.execute(request, timeout: .seconds(OutwardClient.seconds))
            guard response.status == .ok else { throw Failure.status(response.status.code) }
            let body = try await response.body.collect(upTo: OutwardClient.mostBytes)
            return Data(body.readableBytesView)
        } catch let failure as Failure {
            throw failure
        } catch is NIOTooManyBytesError {
            throw Failure.tooLong
        } catch {
            throw Failure.unreachable
        }
    }

    /// The host of an address that may be asked, and where to connect to.
    private func checked(_ address: String) async throws -> (host: String, target: String) {
        guard let host = OutwardClient.host(of: address, over: reach == .loopback ? ["http", "https"] : ["https"]) else {
            throw Failure.notAllowed("address")
        }
        let found = await HostLookup.addresses(of: host)
        guard let first = found.first else { throw Failure.unreachable }
        let isAllowed = found.allSatisfy { address in
            switch reach {
            case .open: PublicAddress.isPublic(address.bytes)
            case .alsoPrivate: !PublicAddress.isLoopback(address.bytes)
            case .loopback: PublicAddress.isLoopback(address.bytes)
            }
        }
        guard isAllowed else { throw Failure.notAllowed("host") }
        return (host, first.text)
    }

    /// The host of a whole address over one of the schemes, without a user or a fragment; nil for anything else.
    static func host(of address: String, over schemes: Set<String>) -> String? {
        guard address.utf8.count <= 2048, address.utf8.allSatisfy({ $0 > 32 && $0 < 127 }), !address.contains("\\"),
            let parts = URLComponents(string: address), let scheme = parts.scheme?.lowercased(), schemes.contains(scheme),
            parts.user == nil, parts.password == nil, parts.fragment == nil, let host = parts.host, !host.isEmpty
        else { return nil }
        return host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
    }

    /// `application/x-www-form-urlencoded`.
    static func encoded(_ form: [(name: String, value: String)]) -> String {
        form.map { encoded($0.name) + "=" + encoded($0.value) }.joined(separator: "&")
    }
    static func encoded(_ text: String) -> String {
        let kept = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
        return text.addingPercentEncoding(withAllowedCharacters: kept) ?? ""
    }
}
