/// Runs `body` to its end although the caller is being cancelled: for writing down what has already been done outside.
func uncancelled<T: Sendable>(_ body: @escaping @Sendable () async throws -> T) async throws -> T {
    try await Task { try await body() }.value
}
