import Base
import HTTPTypes
import Hummingbird
import NIOCore

/// What a request brought along, read as its route allows and never further than the route's limit.
struct RequestBodyReader {
    var form = FormData()
    var files: [UploadedFile] = []
    var json: [UInt8] = []

    /// Throws `Refusal`: `unsupported` for another kind of content, `tooLarge`, `invalid`.
    init(_ request: Request, for route: Route) async throws {
        guard request.method != .get, request.method != .head else { return }
        let type = request.headers[.contentType] ?? ""
        let kind = type.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
        if route.takesJSON {
            let bytes = try await RequestBodyReader.bytes(request, route)
            guard bytes.isEmpty && kind.isEmpty || ["application/json", "application/merge-patch+json"].contains(kind) else {
                throw Refusal(.unsupported, "refusal.mediaType")
            }
            json = bytes
        } else if route.takesFiles, kind == "multipart/form-data" {
            guard let boundary = MultipartReader.boundary(type) else { throw Refusal(.invalid, "refusal.multipart") }
            (form, files) = try MultipartReader.read(try await RequestBodyReader.bytes(request, route), boundary: boundary)
        } else {
            guard kind.isEmpty || kind == "application/x-www-form-urlencoded" else {
                throw Refusal(.unsupported, "refusal.mediaType")
            }
            form = try FormData(urlencoded: try await RequestBodyReader.bytes(request, route))
        }
        // Two values for one field: one of us would take the first and another one the last.
        if let name = form.twice(besides: route.repeats) {
            throw Refusal(.invalid, "refusal.twice", ["field": String(singleLine(name).prefix(40))])
        }
    }

    private static func bytes(_ request: Request, _ route: Route) async throws -> [UInt8] {
        guard let body = try? await request.body.collect(upTo: route.bodyLimit) else {
            throw Refusal(.tooLarge, "refusal.tooLarge", ["limit": "\(route.bodyLimit / 1024)"])
        }
        return Array(body.readableBytesView)
    }
}
