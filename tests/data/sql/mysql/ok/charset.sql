_utf8mb4 'a' COLLATE utf8mb4_bin
