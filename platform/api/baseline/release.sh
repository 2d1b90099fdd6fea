#!/bin/sh
# Keeps the API as it is now as the released version to compare with.
# Usage: platform/api/baseline/release.sh 1.0.0
set -eu
version=${1:?usage: release.sh VERSION}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A copy of the sources under the released version; the checkout stays as it is.
mkdir -p "$work/platform/api"
cp -r "$here/../../../.mvn" "$here/../../../pom.xml" "$work/"
(cd "$here/.." && tar cf - --exclude=./target --exclude=./baseline .) | (cd "$work/platform/api" && tar xf -)
sed -i "s|<artifactId>io.plexica.api</artifactId>|&\n    <version>$version</version>|" "$work/platform/api/pom.xml"
(cd "$work/platform/api" && mvn -q -B -Pfast package)

folder="$here/io/plexica/io.plexica.api/$version"
mkdir -p "$folder"
cp "$work/platform/api/target/io.plexica.api-$version.jar" "$folder/"
cat > "$folder/io.plexica.api-$version.pom" <<POM
<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
    <modelVersion>4.0.0</modelVersion>
    <groupId>io.plexica</groupId>
    <artifactId>io.plexica.api</artifactId>
    <version>$version</version>
</project>
POM

metadata="$here/io/plexica/io.plexica.api/maven-metadata.xml"
{
    echo '<?xml version="1.0" encoding="UTF-8"?>'
    echo '<metadata>'
    echo '    <groupId>io.plexica</groupId>'
    echo '    <artifactId>io.plexica.api</artifactId>'
    echo '    <versioning>'
    echo "        <release>$version</release>"
    echo '        <versions>'
    for released in "$here"/io/plexica/io.plexica.api/*/; do
        echo "            <version>$(basename "$released")</version>"
    done
    echo '        </versions>'
    echo '    </versioning>'
    echo '</metadata>'
} > "$metadata"

# Maven compares what it reads with these.
for file in "$metadata" "$folder"/*.jar "$folder"/*.pom; do
    sha1sum "$file" | cut -d' ' -f1 | tr -d '\n' > "$file.sha1"
done
echo "Kept io.plexica.api $version in $folder"
