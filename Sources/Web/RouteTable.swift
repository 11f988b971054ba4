import Base
import Foundation
import HTTPTypes

/// Finds the route for a path: fixed segments first, then a named one. Knows which methods a path has, for 405 and OPTIONS.
package struct RouteTable: Sendable {
    private final class Node: @unchecked Sendable {  // Built once in `init`, only read afterwards.
        var fixed: [Substring: Node] = [:]
        var named: Node?
        var routes: [HTTPRequest.Method: (route: Route, names: [String])] = [:]
    }
    private let root = Node()
    package let routes: [Route]

    package enum Match: Sendable {
        case found(Route, parameters: [String: String])
        case otherMethods([HTTPRequest.Method])
        case none
    }
    package enum Fault: Error { case twice(String) }

    package init(_ routes: [Route]) throws {
        self.routes = routes
        for route in routes {
            var node = root
            var names: [String] = []
            for segment in route.path.split(separator: "/") {
                if segment.hasPrefix(":") {
                    names.append(String(segment.dropFirst()))
                    let next = node.named ?? Node()
                    node.named = next
                    node = next
                } else {
                    let next = node.fixed[segment] ?? Node()
                    node.fixed[segment] = next
                    node = next
                }
            }
            guard node.routes[route.method] == nil else { throw Fault.twice("\(route.method) \(route.path)") }
            node.routes[route.method] = (route, names)
        }
    }

    package func match(_ method: HTTPRequest.Method, _ path: some StringProtocol) -> Match {
        var values: [String] = []
        guard let node = find(path.split(separator: "/").map { Substring($0) }[...], from: root, &values) else { return .none }
        let wanted = method == .head ? .get : method
        if let hit = node.routes[wanted] {
            return .found(hit.route, parameters: Dictionary(zip(hit.names, values), uniquingKeysWith: { first, _ in first }))
        }
        let methods = node.routes.keys.sorted { $0.rawValue < $1.rawValue }
        return .otherMethods(methods.contains(.get) ? methods + [.head] : methods)
    }

    private static func unescaped(_ segment: Substring) -> String? {
        segment.utf8.contains(UInt8(ascii: "%")) ? segment.removingPercentEncoding : String(segment)
    }

    private func find(_ rest: ArraySlice<Substring>, from node: Node, _ values: inout [String]) -> Node? {
        guard let segment = rest.first else { return node.routes.isEmpty ? nil : node }
        if let next = node.fixed[segment], let found = find(rest.dropFirst(), from: next, &values) { return found }
        guard let next = node.named, let value = RouteTable.unescaped(segment), value.utf8.count <= 200 else { return nil }
        values.append(value)
        if let found = find(rest.dropFirst(), from: next, &values) { return found }
        values.removeLast()
        return nil
    }
}
