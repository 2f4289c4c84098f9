: "${DATABRAIN_SERVICE_TOKEN:?is not set}" &&
printf %s '{"name":"sales","datasourceName":"warehouse","tableList":[{"name":"orders","columns":[{"name":"id"}]}]}' |
curl --fail-with-body --request POST 'https://api.usedatabrain.com/api/v2/data-app/datamarts' \
  --header 'Content-Type: application/json' \
  --header @/dev/fd/3 \
  --data-binary @- 3<<END
Authorization: Bearer ${DATABRAIN_SERVICE_TOKEN}
END
